/**
 * Step 52: what answers a task of the superior outlives the task it names. A task taken out leaves its link behind, which counts again when
 * the removal is undone; nothing was written here before this step.
 */
export const sql = `
drop table coverage;
create table coverage (
  id text primary key, plan_id text not null references plan(id), superior_task_id text not null, task_id text,
  reason text not null, revision integer not null
) strict;
create index coverage_plan on coverage(plan_id);
create index coverage_task on coverage(superior_task_id);
`;
