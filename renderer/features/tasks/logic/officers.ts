/** Whose tasks can be asked for: people and posts of the office, as one list of choices. Pure. */
import type { PeopleView } from '../../../../shared/api/contract/office.ts';
import type { Officer } from './task-filter.ts';

export type OfficerChoice = { value: string; label: string };

const nobody = 'nobody';
const personPrefix = 'person:';
const postPrefix = 'post:';

/** People by name as the office lists them, then posts, then "nobody yet". */
export function officerChoices(people: PeopleView): OfficerChoice[] {
  return [
    ...people.people
      .filter((person) => !person.archived)
      .map((person) => ({ value: personPrefix + person.id, label: person.name })),
    ...people.posts
      .filter((post) => !post.archived)
      .map((post) => ({ value: postPrefix + post.id, label: `Bộ phận ${post.name}` })),
    { value: nobody, label: 'Chưa rõ người phụ trách' },
  ];
}

/** The choice as the filter understands it; null when the person or post is no longer there. */
export function officerOf(people: PeopleView | undefined, value: string | null): Officer | null {
  if (value === null || !people) return null;
  if (value === nobody) return { kind: 'nobody' };
  if (value.startsWith(personPrefix)) {
    const person = people.people.find((each) => each.id === value.slice(personPrefix.length));
    return person ? { kind: 'person', id: person.id, postIds: person.postIds } : null;
  }
  const post = people.posts.find((each) => each.id === value.slice(postPrefix.length));
  return post ? { kind: 'post', id: post.id } : null;
}
