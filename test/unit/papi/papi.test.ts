import { describe, expect, it } from 'vitest';
import { areas } from '../../../shared/papi/areas.ts';
import { matchComponent, matchDimension } from '../../../shared/papi/match.ts';
import {
  codesOf,
  compareTaxonomies,
  fittingTaxonomy,
  officialTaxonomy,
  taxonomies,
} from '../../../shared/papi/taxonomies.ts';
import { describeWithSamples, sample } from '../../support/samples.ts';

const byId = (id: string) => taxonomies.find((taxonomy) => taxonomy.id === id)!;
const counts = (year: number) => {
  const set = officialTaxonomy(year)!.taxonomy.areas;
  return [set.length, set.reduce((sum, { components }) => sum + components.length, 0)];
};

describe('sets of areas', () => {
  it.each([
    [2011, 6, 22],
    [2017, 6, 22],
    [2018, 8, 28],
    [2019, 8, 29],
    [2020, 8, 29],
    [2021, 8, 28],
    [2024, 8, 28],
  ])('PA2 %i has %i areas and %i components', (year, areaCount, componentCount) => {
    expect(counts(year)).toEqual([areaCount, componentCount]);
    expect(officialTaxonomy(year)!.confirmed).toBe(true);
  });

  it('PA3 a year to come gets the last set, not confirmed; before 2011 there is none', () => {
    expect(officialTaxonomy(2026)).toMatchObject({ taxonomy: { id: 'papi-2021' }, confirmed: false });
    expect(officialTaxonomy(2010)).toBeNull();
  });

  it('PA1 codes are unique and every set uses known ones', () => {
    const all = areas.flatMap(({ code, components }) => [code, ...components.map((component) => component.code)]);
    expect(new Set(all).size).toBe(all.length);
    for (const taxonomy of taxonomies) for (const code of codesOf(taxonomy)) expect(all).toContain(code);
  });

  it('PA4 nine areas put "dân chủ" second, six put "chỉ đạo" in front', () => {
    expect(
      byId('dia-phuong-9')
        .areas.map(({ code }) => code)
        .slice(0, 3),
    ).toEqual(['tham-gia', 'dan-chu', 'cong-khai-minh-bach']);
    expect(byId('dia-phuong-9').areas).toHaveLength(9);
    expect(byId('dia-phuong-6').areas[0]!.code).toBe('chi-dao-dieu-hanh');
    expect(byId('dia-phuong-6').areas).toHaveLength(7);
  });

  it('PA7 what a change of sets does to rows', () => {
    expect(compareTaxonomies(byId('papi-2019'), byId('papi-2021'))).toMatchObject({
      gone: ['cap-phep-xay-dung'],
      added: [],
    });
    const toNine = compareTaxonomies(byId('papi-2021'), byId('dia-phuong-9'));
    expect(toNine.gone).toEqual([]);
    expect(toNine.added).toContain('dan-chu');
    expect(compareTaxonomies(byId('papi-2011'), byId('papi-2018')).added).toEqual(
      expect.arrayContaining(['moi-truong', 'quan-tri-dien-tu', 'tiep-can-thong-tin']),
    );
  });

  it('PA7 the set that fits the areas of a plan', () => {
    expect(fittingTaxonomy(['tham-gia', 'quan-tri-dien-tu'], 2024)?.id).toBe('papi-2021');
    expect(fittingTaxonomy(['tham-gia', 'dan-chu'], 2024)?.id).toBe('dia-phuong-9');
    expect(fittingTaxonomy(['chi-dao-dieu-hanh', 'dich-vu-cong'], 2024)?.id).toBe('dia-phuong-6');
    expect(fittingTaxonomy(['chi-dao-dieu-hanh', 'dan-chu'], 2024)).toBeNull();
  });
});

describe('names of areas', () => {
  it.each([
    ['Tham gia của người dân ở cấp cơ sở', 'tham-gia'],
    ['1. Tham gia của người dân', 'tham-gia'],
    ['**2. Tham gia của người dân ở cấp cơ sở**', 'tham-gia'],
    ['Nội dung 1: Tham gia của người dân ở cấp cơ sở', 'tham-gia'],
    ['Công khai, minh bạch', 'cong-khai-minh-bach'],
    ['Công khai minh bạch trong hoạch định chính sách', 'cong-khai-minh-bach'],
    ['3. Công khai, minh bạch trong việc ra quyết định', 'cong-khai-minh-bach'],
    ['Trách nhiệm giải trình với người dân', 'giai-trinh'],
    ['Kiểm soát tham nhũng trong khu vực công', 'kiem-soat-tham-nhung'],
    ['Thủ tục hành chính công', 'thu-tuc-hanh-chinh'],
    ['THỦ TỤC HÀNH CHÍNH CÔNG', 'thu-tuc-hanh-chinh'],
    ['Cung ứng dịch vụ công', 'dich-vu-cong'],
    ['Quản trị môi trường', 'moi-truong'],
    ['Quan tri dien tu', 'quan-tri-dien-tu'],
    ['Việc thực hiện dân chủ trong hoạt động của UBND thị trấn', 'dan-chu'],
    ['Thực hiện dân chủ trong hoạt động của cơ quan', 'dan-chu'],
    ['1. Công tác chỉ đạo, điều hành', 'chi-dao-dieu-hanh'],
  ])('PA1 PA5 %s is %s', (name, code) => {
    expect(matchDimension(name)).toEqual({ code, sure: true });
  });

  it('PA5 a damaged name is found but not sure; an unknown one and two at once are not', () => {
    expect(matchDimension('Cung ứn dịch vụ công')).toEqual({ code: 'dich-vu-cong', sure: false });
    expect(matchDimension('Phát triển du lịch')).toBeNull();
    expect(matchDimension('')).toBeNull();
    expect(matchDimension('Quản trị môi trường và quản trị điện tử')).toBeNull();
  });
});

describe('names of components', () => {
  it.each([
    ['a) Tri thức công dân', 'tri-thuc-cong-dan'],
    ['c) Chất lượng bầu cử trưởng thôn, tổ trưởng dân phố', 'chat-luong-bau-cu'],
    ['c) Công khai minh bạch ngân sách thị trấn', 'thu-chi-ngan-sach'],
    ['5.2. Cấp giấy chứng nhận quyền sử dụng đất', 'giay-chung-nhan-dat'],
    ['Cấp phép xây dựng', 'cap-phep-xay-dung'],
    ['Công bằng trong tuyển dụng vào khu vực nhà nước', 'tuyen-dung-cong-bang'],
    ['Quyết tâm phòng, chống tham nhũng', 'quyet-tam-chong-tham-nhung'],
    ['Y tế công lập', 'y-te-cong-lap'],
    ['d) An ninh trật tự', 'an-ninh-trat-tu'],
  ])('PA5 %s is %s', (name, code) => {
    expect(matchComponent(name)).toMatchObject({ codes: [code], sure: true });
  });

  it('PA1 every component is found by its own name, in its area', () => {
    for (const area of areas)
      for (const { code, name } of area.components)
        expect(matchComponent(name), name).toEqual({ codes: [code], area: area.code, sure: true });
  });

  it('PA6 a merged part keeps both codes', () => {
    expect(matchComponent('b) Chất lượng nước, chất lượng không khí')?.codes).toEqual([
      'chat-luong-khong-khi',
      'chat-luong-nuoc',
    ]);
  });

  it('PA5 an area is no component, and an area narrows the search', () => {
    expect(matchComponent('Kiểm soát tham nhũng trong khu vực công')?.sure ?? false).toBe(false);
    expect(matchComponent('Tri thức công dân', 'moi-truong')).toBeNull();
    expect(matchComponent('Phát triển du lịch')).toBeNull();
  });
});

describeWithSamples('the areas of a real annex', () => {
  it('PA4 PA5 all nine areas and thirty parts are known; the set of nine fits', () => {
    const { rows } = JSON.parse(new TextDecoder().decode(sample('nhu-quynh-annex.json'))) as {
      rows: { dimension: string; sub: string }[];
    };
    const found = rows.map(({ dimension, sub }) => {
      const area = matchDimension(dimension);
      expect(area?.sure, dimension).toBe(true);
      const part = matchComponent(sub, area!.code);
      expect(part?.sure, sub).toBe(true);
      return { area: area!.code, codes: part!.codes };
    });
    expect(new Set(found.map(({ area }) => area)).size).toBe(9);
    // Thirty printed parts; one of them merges two components.
    expect(new Set(found.flatMap(({ codes }) => codes)).size).toBe(31);
    expect(fittingTaxonomy([...new Set(found.map(({ area }) => area))], 2024)?.id).toBe('dia-phuong-9');
  });
});
