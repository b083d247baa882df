/** The year of a wall of units; nothing where there is no other year to look at. */
import { PillMenu } from '../ui/pill-filters.tsx';

type YearChoiceProps = { years: readonly string[]; value: string | null; onChange: (year: string | null) => void };

export const YearChoice = ({ years, value, onChange }: YearChoiceProps) =>
  years.length > 1 ? (
    <PillMenu
      label="Năm"
      everything="Chọn năm"
      options={years.map((year) => ({ value: year, label: year }))}
      value={value}
      onChange={onChange}
      required
    />
  ) : null;
