import ReactDOM from 'react-dom/client';
import { BrowserRouter, Route, Routes } from 'react-router-dom';
import { PAGES } from './pages.config';
import Layout from './Layout.jsx';

ReactDOM.createRoot(document.getElementById('root')).render(
  <BrowserRouter>
    <Layout>
      <Routes>
        {Object.entries(PAGES).map(([name, Page]) => (
          <Route key={name} path={`/${name}`} element={<Page />} />
        ))}
      </Routes>
    </Layout>
  </BrowserRouter>,
);
