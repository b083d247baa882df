import { describe, expect, it } from 'vitest';
import { createTickets } from '../../electron/hosts/tickets.ts';

const minute = 60_000;

describe('HO11 tickets', () => {
  it('HO11 gives the place back once', () => {
    const tickets = createTickets(() => 0);
    const ticket = tickets.issue('D:\\Hồ sơ\\kế hoạch.docx', 'open-file');
    expect(ticket).not.toContain('Hồ');
    expect(tickets.redeem(ticket, 'open-file')).toBe('D:\\Hồ sơ\\kế hoạch.docx');
    expect(tickets.redeem(ticket, 'open-file')).toBeNull();
  });

  it('HO11 is for the use it was given for, and a wrong use spends it', () => {
    const tickets = createTickets(() => 0);
    const ticket = tickets.issue('/tmp/a', 'open-file');
    expect(tickets.redeem(ticket, 'save-file')).toBeNull();
    expect(tickets.redeem(ticket, 'open-file')).toBeNull();
  });

  it('HO11 ends after half an hour', () => {
    let now = 0;
    const tickets = createTickets(() => now);
    const [early, late] = [tickets.issue('/tmp/a', 'save-folder'), tickets.issue('/tmp/b', 'save-folder')];
    now = 30 * minute - 1;
    expect(tickets.redeem(early, 'save-folder')).toBe('/tmp/a');
    now = 30 * minute;
    expect(tickets.redeem(late, 'save-folder')).toBeNull();
  });

  it('HO11 knows nothing of words it did not give', () => {
    const tickets = createTickets(() => 0);
    tickets.issue('/tmp/a', 'open-file');
    for (const word of ['', '/tmp/a', '__proto__', 'x'.repeat(100_000)])
      expect(tickets.redeem(word, 'open-file')).toBeNull();
  });

  it('HO11 keeps the newest when a page asks without end', () => {
    const tickets = createTickets(() => 0);
    const first = tickets.issue('/tmp/first', 'open-file');
    const rest = Array.from({ length: 2000 }, (_, at) => tickets.issue(`/tmp/${at}`, 'open-file'));
    expect(tickets.redeem(first, 'open-file')).toBeNull();
    expect(tickets.redeem(rest.at(-1) ?? '', 'open-file')).toBe('/tmp/1999');
    expect(new Set(rest).size).toBe(2000);
  });
});
