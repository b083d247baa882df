/** The office, its people and the state of the program. */
import { z } from 'zod';
import { unitKind } from '../../office/unit.ts';
import { dateOrEmpty, filledLine, id, line, nothing, revision, written } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';

export const unitView = z.object({ id, kind: unitKind, name: z.string(), fullName: z.string() });

export const windowView = z.object({
  id,
  key: z.string(),
  kind: z.string(),
  year: z.number(),
  label: z.string(),
  fromDate: z.string(),
  toDate: z.string(),
  /** As printed; `dueStrict`: "trước ngày", kept at the latest the day before. */
  dueDate: z.string().nullable(),
  dueStrict: z.boolean(),
  superiorDueDate: z.string().nullable(),
  superiorDueStrict: z.boolean(),
  /** Shorter windows are counted in it again. */
  cumulative: z.boolean(),
  /** Null: Nghị định 09/2019. */
  regimeId: z.string().nullable(),
  /** Since when an entry needs a reason; null while the window is open. */
  lockedAt: z.number().nullable(),
  source: z.string(),
});
export type WindowView = z.infer<typeof windowView>;

export const officeView = z.object({
  unit: unitView,
  superior: unitView.nullable(),
  subordinates: z.array(unitView.extend({ revision })),
  place: z.string(),
  chairTitle: z.string(),
  chairName: z.string(),
  practice: z.boolean(),
  revision,
});
export type OfficeView = z.infer<typeof officeView>;

export const planSummary = z.object({
  id,
  year: z.number(),
  number: z.string(),
  date: z.string(),
  title: z.string(),
  issuer: z.string(),
  areas: z.number(),
  groups: z.number(),
  tasks: z.number(),
});
export type PlanSummary = z.infer<typeof planSummary>;

export const stateView = z.object({
  version: z.string(),
  today: z.string(),
  office: officeView.nullable(),
  plans: z.array(planSummary),
  windows: z.array(windowView),
  /** Reports opened so far; `sentVersion` is the newest version that left, null for none. */
  reports: z.array(
    z.object({
      id,
      planId: id,
      windowId: id,
      status: z.enum(['draft', 'frozen']),
      version: z.number(),
      sentVersion: z.number().nullable(),
    }),
  ),
  /** The quarter to start with: the running one of the newest plan's year, else its last. */
  currentWindowId: id.nullable(),
  actingPerson: z.object({ id, name: z.string() }).nullable(),
  lastBackup: z.object({ at: z.number(), reason: z.string() }).nullable(),
  lastSaved: z.number().nullable(),
  canUndo: z.string().nullable(),
  dataFolder: z.string(),
});
export type StateView = z.infer<typeof stateView>;

const officeFields = {
  kind: unitKind,
  name: filledLine(100),
  superiorKind: unitKind.nullable(),
  superiorName: line(100),
  place: filledLine(100),
  chairTitle: filledLine(60),
  chairName: line(100),
};

export const postView = z.object({
  id,
  name: z.string(),
  aliases: z.array(z.string()),
  archived: z.boolean(),
  revision,
  holders: z.array(
    z.object({ holdingId: id, personId: id, name: z.string(), fromDate: z.string(), toDate: z.string().nullable() }),
  ),
  taskCount: z.number(),
});
export type PostView = z.infer<typeof postView>;

export const peopleView = z.object({
  posts: z.array(postView),
  people: z.array(z.object({ id, name: z.string(), archived: z.boolean(), revision, postIds: z.array(id) })),
  /** Wordings of the plan that name no post of the office; generic groups must be assigned by a person. */
  unresolved: z.array(z.object({ wording: z.string(), generic: z.boolean(), groups: z.number() })),
});
export type PeopleView = z.infer<typeof peopleView>;

export const profileView = z.object({ id: z.string(), label: z.string(), practice: z.boolean(), current: z.boolean() });
export type ProfileView = z.infer<typeof profileView>;

const none = nothing;
const byId = z.object({ id });

export const officeContract = {
  /** Offices kept on this computer: the main one and practice or second ones beside it. Answered by the host of profiles. */
  profiles: endpoint({
    method: 'GET',
    path: '/profiles',
    params: none,
    query: none,
    body: null,
    answer: z.object({ profiles: z.array(profileView) }),
  }),
  addProfile: endpoint({
    method: 'POST',
    path: '/profiles',
    params: none,
    query: none,
    body: z.object({ label: filledLine(60) }),
    answer: profileView,
  }),
  state: endpoint({ method: 'GET', path: '/state', params: none, query: none, body: null, answer: stateView }),
  setUp: endpoint({
    method: 'POST',
    path: '/office',
    params: none,
    query: none,
    body: z.object(officeFields),
    answer: written,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/office',
    params: none,
    query: none,
    body: z.object({ ...officeFields, revision }),
    answer: written,
  }),
  /** Fills an empty office with the practice plan, people and a quarter's work. */
  practice: endpoint({ method: 'POST', path: '/office/practice', params: none, query: none, body: none, answer: none }),
  /** Only in a practice office: back to the beginning (a safety copy first). */
  resetPractice: endpoint({
    method: 'POST',
    path: '/office/practice/reset',
    params: none,
    query: none,
    body: none,
    answer: none,
  }),
  addSubordinate: endpoint({
    method: 'POST',
    path: '/units',
    params: none,
    query: none,
    body: z.object({ kind: unitKind, name: filledLine(100) }),
    answer: written,
  }),
  people: endpoint({ method: 'GET', path: '/people', params: none, query: none, body: null, answer: peopleView }),
  addPerson: endpoint({
    method: 'POST',
    path: '/people',
    params: none,
    query: none,
    body: z.object({ name: filledLine(100), postIds: z.array(id).max(20) }),
    answer: written,
  }),
  changePerson: endpoint({
    method: 'PATCH',
    path: '/people/:id',
    params: byId,
    query: none,
    body: z.object({ revision, name: filledLine(100), archived: z.boolean() }),
    answer: written,
  }),
  addPost: endpoint({
    method: 'POST',
    path: '/posts',
    params: none,
    query: none,
    body: z.object({ name: filledLine(150), aliases: z.array(filledLine(200)).max(60) }),
    answer: written,
  }),
  changePost: endpoint({
    method: 'PATCH',
    path: '/posts/:id',
    params: byId,
    query: none,
    body: z.object({
      revision,
      name: filledLine(150),
      aliases: z.array(filledLine(200)).max(60),
      archived: z.boolean(),
    }),
    answer: written,
  }),
  /** A person takes a post from a date on; today when empty. */
  hold: endpoint({
    method: 'POST',
    path: '/holdings',
    params: none,
    query: none,
    body: z.object({ personId: id, postId: id, fromDate: dateOrEmpty }),
    answer: written,
  }),
  /** The person leaves the post today; a holding that began today is taken back. */
  release: endpoint({ method: 'DELETE', path: '/holdings/:id', params: byId, query: none, body: null, answer: none }),
  undo: endpoint({
    method: 'POST',
    path: '/undo',
    params: none,
    query: none,
    body: z.object({ batchId: id.nullable() }),
    answer: z.object({ label: z.string() }),
  }),
  redo: endpoint({
    method: 'POST',
    path: '/redo',
    params: none,
    query: none,
    body: none,
    answer: z.object({ label: z.string() }),
  }),
  backup: endpoint({
    method: 'POST',
    path: '/backups',
    params: none,
    query: none,
    body: none,
    answer: z.object({ name: z.string(), at: z.number() }),
  }),
  doctor: endpoint({
    method: 'POST',
    path: '/doctor',
    params: none,
    query: none,
    body: none,
    answer: z.object({ ok: z.boolean(), lines: z.array(z.object({ ok: z.boolean(), text: z.string() })) }),
  }),
  search: endpoint({
    method: 'GET',
    path: '/search',
    params: none,
    query: z.object({ q: line(200), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    body: null,
    answer: z.object({ hits: z.array(z.object({ kind: z.string(), id, title: z.string(), context: z.string() })) }),
  }),
};
