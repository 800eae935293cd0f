import Cart from './pages/Cart';
import Catalog from './pages/Catalog';
import Coupons from './pages/Coupons';
import LiveOrders from './pages/LiveOrders';
import Orders from './pages/Orders';
import Staff from './pages/Staff';

export const PAGES = {
  Cart: Cart,
  Catalog: Catalog,
  Coupons: Coupons,
  LiveOrders: LiveOrders,
  Orders: Orders,
  Staff: Staff,
};
