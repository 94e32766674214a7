import type { ReactNode } from 'react';

type SectionProps = {
  title: string;
  /** What can be added to it. */
  links?: readonly { href: string; label: string }[];
  children: ReactNode;
};

/** A part of a page under its own heading, with what can be done there beside it. */
export function Section({ title, links = [], children }: SectionProps) {
  return (
    <section className="section">
      <div className="section__head">
        <h2>{title}</h2>
        {links.length > 0 ? (
          <p className="section__links">
            {links.map(({ href, label }) => (
              <a href={href} key={href}>
                {label}
              </a>
            ))}
          </p>
        ) : null}
      </div>
      {children}
    </section>
  );
}
