/** A screen named in a sentence, leading there. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';

export const To = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} className="text-link">
    {children}
  </Link>
);
