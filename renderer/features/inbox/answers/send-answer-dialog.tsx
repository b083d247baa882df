/** Where the bundle with the answers goes, and how it is locked. */
import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { startExport } from '../../../parts/sending/export-run.ts';
import { placeToOffer } from '../../../parts/sending/places.ts';
import { freshWay, lockOf, splitBytesOf, type Way, wayFault } from '../../../parts/sending/way.ts';
import { type Receiver, usePlaces, WayFields } from '../../../parts/sending/way-fields.tsx';
import styles from './answers.module.css';

/** Answers carry words alone: no place is too small for them. */
const answerBytes = 256 * 1024;

type SendAnswerProps = { receivedId: string; windowLabel: string; receiver: Receiver; onClose: () => void };

export function SendAnswerDialog({ receivedId, windowLabel, receiver, onClose }: SendAnswerProps) {
  const places = usePlaces();
  const [chosen, setChosen] = useState<string | null>(null);
  const [way, setWay] = useState<Way>(freshWay);
  const place = places && placeToOffer(places, answerBytes, chosen);
  const hasKey = receiver?.hasKey ?? false;
  const fault = wayFault(way, hasKey);
  const go = () => {
    if (!place || fault !== null) return;
    void startExport({
      what: { kind: 'verdict', receivedId },
      name: `gói trả lời ${windowLabel}`,
      way: { placeId: place.id, ticket: null, lock: lockOf(way, hasKey), splitBytes: splitBytesOf(way) ?? null },
      placeLabel: place.label,
      removable: place.removable,
    });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={`Xuất gói trả lời cho ${receiver?.name ?? 'đơn vị'}`}>
      <div className={styles.whole}>
        {places ? (
          <WayFields
            way={way}
            onWay={(change) => setWay((before) => ({ ...before, ...change }))}
            place={place ?? null}
            places={places}
            onPlace={setChosen}
            bytes={answerBytes}
            receiver={receiver}
          />
        ) : null}
        <Group justify="flex-end" gap="sm">
          <span className="soft" role="status">
            {fault}
          </span>
          <Button onClick={onClose}>Thôi</Button>
          <Button variant="filled" disabled={!place || fault !== null} onClick={go}>
            Xuất gói trả lời
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
