import { ActOffered, type EveryAct } from './acts.dto.js';
import { formOf } from './fields/form.js';
import { rightsToAsk } from './route.js';
import type { AnySubject } from './subject.js';

/** What may be asked of each of some subjects, with its form. What a session or the system asks for itself has none, nor has what no route of the desk takes. */
export const actsOf = (subjects: readonly AnySubject[]): EveryAct => ({
  subjects: subjects.map(({ name, plural, routes }) => ({
    subject: name,
    plural,
    acts: routes.filter((line) => line.path !== '' && rightsToAsk(line).length > 0).map(offered),
  })),
});

function offered(line: AnySubject['routes'][number]): ActOffered {
  const { path, called, opens, fromList, acts, ahead, commandFrom = {}, form = line.command, places = {} } = line;
  const { about, at, letter, single, aside, day, likely, tellsWhatFollows } = line;
  return Object.assign(new ActOffered(), {
    path,
    called,
    may: [...rightsToAsk(line)],
    opens,
    fromList,
    acts,
    ahead,
    corrects: Object.keys(commandFrom),
    about,
    at,
    letter,
    single,
    aside,
    day,
    likely,
    tellsWhatFollows,
    places,
    fields: formOf(form),
  });
}
