import { describe, expect, it } from 'vitest';
import { linuxMounts, removableDrives, windowsDrives } from '../../electron/shell/drives.ts';

describe('sticks and cards', () => {
  it('reads what Windows says: none, one, several', () => {
    expect(windowsDrives('')).toEqual([]);
    expect(windowsDrives('{"DeviceID":"E:","VolumeName":"VĂN THƯ","FreeSpace":123}')).toEqual([
      { path: 'E:\\', label: 'VĂN THƯ (E:)', freeBytes: 123 },
    ]);
    expect(
      windowsDrives(
        '[{"DeviceID":"E:","VolumeName":null,"FreeSpace":null},{"DeviceID":"F:","VolumeName":"","FreeSpace":0}]',
      ),
    ).toEqual([
      { path: 'E:\\', label: 'Ổ E:', freeBytes: null },
      { path: 'F:\\', label: 'Ổ F:', freeBytes: 0 },
    ]);
  });

  it('takes no drive from an answer it does not understand', () => {
    for (const answer of [
      'Get-CimInstance : Access denied',
      '{"DeviceID":"\\\\\\\\server\\\\share"}',
      '[1,null,"E:"]',
      '{}',
    ]) {
      expect(windowsDrives(answer), answer).toEqual([]);
    }
  });

  it('reads Linux’s table of mounts, with blanks and Vietnamese names', () => {
    const table = [
      '/dev/sda1 / ext4 rw 0 0',
      '/dev/sdb1 /media/an/V\\303\\204N\\040TH\\306\\257 vfat rw 0 0',
      '/dev/sdc1 /run/media/an/KINGSTON exfat rw 0 0',
      'tmpfs /media tmpfs rw 0 0',
      'proc /proc proc rw 0 0',
      '',
    ].join('\n');
    expect(linuxMounts(table)).toEqual(['/media/an/VÄN THƯ', '/run/media/an/KINGSTON']);
  });

  it('asks this machine without failing', async () => {
    expect(Array.isArray(await removableDrives())).toBe(true);
  });
});
