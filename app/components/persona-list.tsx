type Shown = { key: string; name: string; title: string; about: string; school: string | null };

type PersonaListProps = { personas: Shown[]; today: string; next: string | null };

/** A demo's people, by school, each with the one button that signs in as them. */
export function PersonaList({ personas, today, next }: PersonaListProps) {
  const groups = [...new Set(personas.map(({ school }) => school))];
  return (
    <section className="part">
      <h2 className="part__title">Try it as one of these people</h2>
      <p className="govuk-body">
        This is a demo: the people are invented, and it is {today} until you travel to another day.
      </p>
      <form method="post" action="/sign-in">
        {next ? <input type="hidden" name="next" value={next} /> : null}
        {groups.map((school) => (
          <div key={school ?? ''}>
            <h3 className="govuk-heading-s">{school ?? 'Above the schools'}</h3>
            <ul className="personas">
              {personas
                .filter((persona) => persona.school === school)
                .map((persona) => (
                  <PersonaItem key={persona.key} persona={persona} />
                ))}
            </ul>
          </div>
        ))}
      </form>
    </section>
  );
}

function PersonaItem({ persona }: { persona: Shown }) {
  const { key, name, title, about } = persona;
  return (
    <li className="personas__item">
      <button className="personas__button" type="submit" name="persona" value={key}>
        {name}
      </button>
      <p className="personas__title">{title}</p>
      <p className="personas__about">{about}</p>
    </li>
  );
}
