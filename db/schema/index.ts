export * from './documents.ts';
export * from './exchange.ts';
export * from './journal.ts';
export * from './office.ts';
export * from './plans.ts';
export * from './work.ts';
