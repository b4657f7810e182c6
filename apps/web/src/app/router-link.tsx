import type { LinkProps } from '@lienket/ui';
import { Link } from 'react-router';

/** Addresses the server answers itself: documents, files, pictures. */
const SERVED = /^\/(files|documents|exports|qr|health|demo|card-demo|graphql)(\/|$)|^\/imports\/.+\.(xlsx|csv)$/;

/** Pages of this app change without loading anew; everything else is an ordinary link. */
export const RouterLink = ({ href, children, ...rest }: LinkProps) =>
  href.startsWith('/') && !SERVED.test(href) && !rest.target && rest.download === undefined ? (
    <Link to={href} {...rest}>
      {children}
    </Link>
  ) : (
    <a href={href} {...rest}>
      {children}
    </a>
  );
