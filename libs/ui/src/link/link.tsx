import { createContext, useContext, type ComponentPropsWithRef, type ComponentType, type ReactNode } from 'react';

export type LinkProps = ComponentPropsWithRef<'a'> & { href: string };

const LinkContext = createContext<ComponentType<LinkProps> | null>(null);

/** Lets the app hand its router's link to every part that navigates: `<LinkProvider component={RouterLink}>`. */
export const LinkProvider = ({ component, children }: { component: ComponentType<LinkProps>; children: ReactNode }) => (
  <LinkContext value={component}>{children}</LinkContext>
);

/** An anchor, or the app's router link when a LinkProvider stands above. */
export function Link(props: LinkProps) {
  const Component = useContext(LinkContext);
  return Component ? <Component {...props} /> : <a {...props}>{props.children}</a>;
}
