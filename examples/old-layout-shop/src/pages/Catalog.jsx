import { useEffect, useState } from 'react';
import { Product } from '@/api/entities';
import BuyButton from '@/components/cart/BuyButton';
import { Chip } from '@/components/ui/chip';

export default function Catalog() {
  const [products, setProducts] = useState([]);
  const [tags, setTags] = useState(new Set());

  useEffect(() => {
    Product.list('-created_date', 100).then(setProducts);
  }, []);

  const removeTags = (names) => {
    const next = new Set(tags);
    for (const name of names) {
      next.delete(name);
    }
    setTags(next);
  };

  return (
    <div className="p-6">
      {[...tags].map((tag) => <Chip key={tag} active onClick={() => removeTags([tag])}>{tag}</Chip>)}
      <div className="grid grid-cols-4 gap-4">
        {products.map((product) => (
          <article key={product.id} className="rounded-xl bg-white p-4">
            <h2 className="font-medium">{product.title}</h2>
            <p className="text-sm text-stone-500">{product.price}</p>
            <BuyButton product={product} />
          </article>
        ))}
      </div>
    </div>
  );
}
