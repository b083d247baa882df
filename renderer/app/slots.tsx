/**
 * Places in the frame that features fill. Each is a component that fetches what it shows; null leaves the place empty.
 * The frame knows nothing about offices, people or backups: it only decides where their words stand.
 */
import type { ComponentType } from 'react';

export type FrameSlots = {
  /** Name of the office whose data is open: "UBND thị trấn Như Quỳnh". */
  office: ComponentType | null;
  /** One line: "Sao lưu gần nhất: hôm qua 17:02, đã thử khôi phục". */
  backup: ComponentType | null;
  /** Changes to another office profile on this computer. */
  profileSwitch: ComponentType | null;
  /** "Đang dùng với tư cách": who the journal will name. */
  person: ComponentType | null;
  /** Number beside a screen's name, by path: a component that renders `<NavCount />` or nothing. */
  counts: Readonly<Record<string, ComponentType>>;
};

export const frameSlots: FrameSlots = {
  office: null,
  backup: null,
  profileSwitch: null,
  person: null,
  counts: {},
};
