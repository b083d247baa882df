/** The minute as it would print, asked again a moment after the last change. */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { AnswerOf, BodyOf } from '../../../shared/api/endpoint.ts';
import { call } from '../../data/client.ts';
import { useSession } from '../../state/session.ts';

type Asked = BodyOf<typeof contract.handover.preview>;

/** Typing in a field must not lay out a document for every letter. */
const pause = 250;

export function useHandoverPreview(asked: Asked | null) {
  const profileId = useSession((session) => session.profileId);
  const [words] = useDebouncedValue(asked === null ? null : JSON.stringify(asked), pause);
  return useQuery<AnswerOf<typeof contract.handover.preview>, Error>({
    queryKey: [profileId, 'handover-preview', words],
    queryFn: ({ signal }) => call(contract.handover.preview, { body: JSON.parse(words ?? '{}') as Asked, signal }),
    enabled: words !== null,
    placeholderData: keepPreviousData,
  });
}
