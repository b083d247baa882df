import { describe, expect, it } from 'vitest';
import { createPostIndex, isGenericWording, postKey } from '../../../shared/office/posts.ts';
import { standardPosts } from '../../../shared/office/standard-posts.ts';

const index = createPostIndex(standardPosts.map((post) => ({ id: post.name, name: post.name, aliases: post.aliases })));

describe('wordings of real plans find their post', () => {
  it.each([
    ['UBND thị trấn', 'Lãnh đạo UBND'],
    ['UBND', 'Lãnh đạo UBND'],
    ['Lãnh đạo UBND', 'Lãnh đạo UBND'],
    ['Văn phòng UBND', 'Văn phòng - Thống kê'],
    ['Văn phòng- Thống kê', 'Văn phòng - Thống kê'],
    ['Công chức Văn phòng UBND', 'Văn phòng - Thống kê'],
    ['bộ phận VHXH', 'Văn hóa - Xã hội'],
    ['Công chức VH-XH', 'Văn hóa - Xã hội'],
    ['bộ phận Văn hóa xã hội', 'Văn hóa - Xã hội'],
    ['Công chức Lao động, Thương binh và Xã hội', 'Văn hóa - Xã hội'],
    ['Công chức Tài chính – Kế toán', 'Tài chính - Kế toán'],
    ['Công chức Địa chính thị trấn', 'Địa chính'],
    ['Công chức Địa chính GTTL', 'Địa chính'],
    ['bộ phận một cửa', 'Bộ phận Một cửa'],
    ['Đài truyền thanh', 'Đài truyền thanh'],
    ['Ủy ban MTTQ phối hợp', 'Ủy ban MTTQ'],
    ['UB MTTQ thị trấn', 'Ủy ban MTTQ'],
    ['Uỷ ban Mặt trận Tổ quốc Việt Nam phường Dị Sử', 'Ủy ban MTTQ'],
    ['Ban thanh tra nhân dân thị trấn', 'Ban Thanh tra nhân dân'],
    ['Trưởng các thôn, phố', 'Thôn, tổ dân phố'],
    ['các thôn, tổ dân phố', 'Thôn, tổ dân phố'],
    ['Trạm y tế thị trấn', 'Trạm Y tế'],
    ['quân sự', 'Quân sự'],
  ])('%s → %s', (wording, post) => expect(index.resolve(wording)).toBe(post));

  it('leaves what names no post alone', () => {
    for (const wording of [
      '',
      'Tổ công tác liên ngành của thị trấn',
      'Phòng Tài chính KH huyện',
      'Ban Dân vận Đảng ủy',
    ])
      expect(index.resolve(wording)).toBeNull();
  });
});

describe('generic groups stay for a person to assign', () => {
  it.each([
    'Các cán bộ, Công chức chuyên môn có liên quan',
    'Cán bộ, công chức liên quan',
    'các bộ phận liên quan',
    'Cán bộ, công chức UBND',
  ])('%s', (wording) => {
    expect(isGenericWording(wording)).toBe(true);
    expect(index.resolve(wording)).toBeNull();
  });

  it('does not take a post for a group', () => {
    for (const wording of ['UBND', 'Công chức Tư pháp', 'Các nhà trường', 'Công an'])
      expect(isGenericWording(wording)).toBe(false);
  });
});

it('a key ignores case, accents, dashes and rank words', () =>
  expect(postKey('Công chức VHXH thị trấn Như Quỳnh')).toBe(postKey('vh – xh')));
