/**
 * Which areas and components a set of areas has, and in which years: the official index changed four times, and plans use sets
 * of their own. Two sets are compared by code, never by printed number.
 */
import { areas } from './areas.ts';

export type TaxonomyArea = { readonly code: string; readonly components: readonly string[] };

export type Taxonomy = {
  readonly id: string;
  readonly name: string;
  /** Years of the index it holds for; null where it is bound to no year (local sets). */
  readonly years: { readonly first: number; readonly last: number } | null;
  readonly official: boolean;
  readonly source: string;
  /** In printed order. */
  readonly areas: readonly TaxonomyArea[];
};

/** The areas of a set by code, with all their components but those named. */
const pick = (codes: readonly string[], without: readonly string[]): TaxonomyArea[] =>
  codes.map((code) => ({
    code,
    components: areas
      .find((area) => area.code === code)!
      .components.map((component) => component.code)
      .filter((component) => !without.includes(component)),
  }));

const six = [
  ...['tham-gia', 'cong-khai-minh-bach', 'giai-trinh'],
  ...['kiem-soat-tham-nhung', 'thu-tuc-hanh-chinh', 'dich-vu-cong'],
];
const eight = [...six, 'moi-truong', 'quan-tri-dien-tu'];
const nine = ['tham-gia', 'dan-chu', ...eight.slice(1)];

const reports = 'Báo cáo PAPI hằng năm (papi.org.vn)';

export const taxonomies: readonly Taxonomy[] = [
  {
    id: 'papi-2011',
    name: 'PAPI 2011–2017: 6 chỉ số nội dung',
    years: { first: 2011, last: 2017 },
    official: true,
    source: reports,
    areas: pick(six, ['tiep-can-thong-tin']),
  },
  {
    id: 'papi-2018',
    name: 'PAPI 2018: 8 chỉ số nội dung',
    years: { first: 2018, last: 2018 },
    official: true,
    source: reports,
    areas: pick(eight, ['phuc-dap']),
  },
  {
    id: 'papi-2019',
    name: 'PAPI 2019–2020: 8 chỉ số nội dung',
    years: { first: 2019, last: 2020 },
    official: true,
    source: reports,
    areas: pick(eight, []),
  },
  {
    id: 'papi-2021',
    name: 'PAPI 2021–2024: 8 chỉ số nội dung, 28 nội dung thành phần',
    years: { first: 2021, last: 2024 },
    official: true,
    source: reports,
    areas: pick(eight, ['cap-phep-xay-dung']),
  },
  {
    id: 'dia-phuong-9',
    name: '9 lĩnh vực, thêm dân chủ trong hoạt động của cơ quan',
    years: null,
    official: false,
    source: 'Kế hoạch năm 2024 của thị trấn Như Quỳnh và phường Dị Sử (Hưng Yên)',
    areas: pick(nine, ['cap-phep-xay-dung']),
  },
  {
    id: 'dia-phuong-6',
    name: '6 lĩnh vực, thêm chỉ đạo, điều hành',
    years: null,
    official: false,
    source: 'Kế hoạch năm 2024 của xã Lục Ba (Thái Nguyên)',
    areas: pick(['chi-dao-dieu-hanh', ...six], ['cap-phep-xay-dung']),
  },
];

/**
 * The official set of a year's index. A year after the last known one gets that one with `confirmed: false`; the index begins
 * in 2011, an earlier year has none.
 */
export function officialTaxonomy(year: number): { taxonomy: Taxonomy; confirmed: boolean } | null {
  const official = taxonomies.filter(({ official: yes, years }) => yes && years !== null && years.first <= year);
  const taxonomy = official.at(-1);
  return taxonomy ? { taxonomy, confirmed: year <= taxonomy.years!.last } : null;
}

/** All codes of a set, areas and components. */
export const codesOf = (taxonomy: Taxonomy): string[] =>
  taxonomy.areas.flatMap(({ code, components }) => [code, ...components]);

/** What a plan's rows meet when its set changes: codes that stay, that have no place any more, and that are new. */
export function compareTaxonomies(from: Taxonomy, to: Taxonomy): { kept: string[]; gone: string[]; added: string[] } {
  const [before, after] = [codesOf(from), codesOf(to)];
  return {
    kept: before.filter((code) => after.includes(code)),
    gone: before.filter((code) => !after.includes(code)),
    added: after.filter((code) => !before.includes(code)),
  };
}

/** The set with the fewest areas that holds all of the given codes; official sets of the year come first. Null when none does. */
export function fittingTaxonomy(codes: readonly string[], year: number): Taxonomy | null {
  const official = officialTaxonomy(year)?.taxonomy;
  const local = taxonomies.filter((taxonomy) => !taxonomy.official);
  const fitting = [...(official ? [official] : []), ...local].filter((taxonomy) => {
    const known = codesOf(taxonomy);
    return codes.every((code) => known.includes(code));
  });
  return fitting[0] ?? null;
}
