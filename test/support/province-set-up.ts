/** What a province says of itself in its first run, for tests that only need one to be there. */
export const provinceSetUp = (chairName = 'Trần Văn An') =>
  ({
    kind: 'tinh',
    name: 'Sông Lam',
    superiorKind: null,
    superiorName: '',
    place: 'Sông Lam',
    chairTitle: 'CHỦ TỊCH',
    chairName,
  }) as const;
