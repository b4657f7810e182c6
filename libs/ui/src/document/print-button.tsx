import { Printer } from 'lucide-react';
import { Button, type ButtonProps } from '../button/button';

export const PrintButton = ({ label, ...rest }: Omit<ButtonProps, 'children' | 'icon' | 'onClick'> & { label: string }) => (
  <Button icon={<Printer />} onClick={() => window.print()} {...rest}>
    {label}
  </Button>
);
