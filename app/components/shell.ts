/** What stands round every page of somebody who is signed in. Made by app/auth/shell. */
export type Shell = {
  /** Null: no school is open, as for a trust lead. */
  schoolName: string | null;
  trustName: string | null;
  personName: string;
  menu: readonly MenuItem[];
  today: { words: string; iso: string };
  isDemo: boolean;
  /** Where somebody with several places chooses another; null where there is one. */
  otherPlacesHref: string | null;
};

/** `also`: other addresses whose pages belong to it. */
export type MenuItem = { href: string; label: string; also?: readonly string[] };

/**
 * The item of the menu that the page at `path` belongs to: the longest address that it stands
 * under.
 */
export function currentItem(menu: readonly MenuItem[], path: string): MenuItem | null {
  const places = menu.flatMap((item) => {
    return [item.href, ...(item.also ?? [])].map((href) => ({ href, item }));
  });
  const under = places.filter(({ href }) => path === href || path.startsWith(`${href}/`));
  return under.sort((a, b) => b.href.length - a.href.length)[0]?.item ?? null;
}

/** "Matrix – Grange Primary School – InDate": the title of a page, the nearest thing first. */
export function titleOf(page: string, schoolName?: string | null): string {
  return [page, schoolName, 'InDate'].filter(Boolean).join(' – ');
}

/** For a route's `meta`: the title, with the school's name where a shell came with the data. */
export function titled(page: string) {
  return ({ data }: { data?: unknown }) => {
    const shell = (data as { shell?: Shell | null } | undefined)?.shell;
    return [{ title: titleOf(page, shell?.schoolName) }];
  };
}
