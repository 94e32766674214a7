import { flatRoutes } from '@remix-run/fs-routes';

/** One file in app/routes for each address. */
export default flatRoutes();
