import type { ReactNode } from 'react';

export const VisuallyHidden = ({ children, id, as: Tag = 'span' }: { children: ReactNode; id?: string; as?: 'span' | 'div' }) => (
  <Tag className="visually-hidden" id={id}>
    {children}
  </Tag>
);
