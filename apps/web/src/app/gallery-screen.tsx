export { Gallery as default } from '@lienket/ui/gallery';
