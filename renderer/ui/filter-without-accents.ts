import type { ComboboxItem, OptionsFilter } from '@mantine/core';
import { fold, matchesFolded } from '../../shared/text/fold.ts';

/** "dia chinh" finds "Địa chính" in every Select, MultiSelect and Autocomplete (set for all of them in the theme). */
export const filterWithoutAccents: OptionsFilter = ({ options, search, limit }) => {
  const query = fold(search);
  const fits = (item: ComboboxItem) => matchesFolded(fold(item.label), query);
  const kept: ReturnType<OptionsFilter> = [];
  for (const option of options) {
    if (!('group' in option)) {
      if (fits(option)) kept.push(option);
      continue;
    }
    const items = option.items.filter(fits);
    if (items.length > 0) kept.push({ ...option, items });
  }
  return kept.slice(0, limit);
};
