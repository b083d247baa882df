/**
 * Posts that commune offices usually have, with the wordings under which plans name them. A proposal for a new office, editable there.
 * Sources: titles before 01/7/2025 (Nghị định 33/2023/NĐ-CP) and bodies since then (Nghị định 150/2025/NĐ-CP), wordings met in real plans.
 */
export type StandardPost = { readonly name: string; readonly aliases: readonly string[] };

export const standardPosts: readonly StandardPost[] = [
  {
    name: 'Lãnh đạo UBND',
    aliases: [
      'UBND',
      'Ủy ban nhân dân',
      'Lãnh đạo HĐND - UBND',
      'Chủ tịch UBND',
      'Phó Chủ tịch UBND',
      'Người đứng đầu',
    ],
  },
  {
    name: 'Văn phòng - Thống kê',
    aliases: ['Văn phòng', 'Văn phòng UBND', 'Văn phòng HĐND và UBND', 'Văn phòng thống kê', 'VP - TK', 'VP UBND'],
  },
  {
    name: 'Văn hóa - Xã hội',
    aliases: [
      'Văn hóa xã hội',
      'VH-XH',
      'VHXH',
      'Phòng Văn hóa - Xã hội',
      'Lao động, Thương binh và Xã hội',
      'LĐ-TB&XH',
      'LĐTBXH',
    ],
  },
  { name: 'Tư pháp - Hộ tịch', aliases: ['Tư pháp', 'Tư pháp hộ tịch'] },
  {
    name: 'Tài chính - Kế toán',
    aliases: ['Tài chính', 'Kế toán', 'Tài chính kế toán', 'Tài chính - Kế hoạch', 'TC-KT'],
  },
  {
    name: 'Địa chính',
    aliases: [
      'Địa chính GTTL',
      'Địa chính - Xây dựng',
      'Địa chính - Xây dựng - Đô thị và Môi trường',
      'Địa chính - Nông nghiệp - Xây dựng và Môi trường',
      'Phòng Kinh tế',
      'Phòng Kinh tế, Hạ tầng và Đô thị',
    ],
  },
  {
    name: 'Bộ phận Một cửa',
    aliases: ['Một cửa', 'Bộ phận tiếp nhận và trả kết quả', 'Trung tâm Phục vụ hành chính công', 'Trung tâm PVHCC'],
  },
  { name: 'Đài truyền thanh', aliases: ['Đài phát thanh', 'Hệ thống truyền thanh', 'Truyền thanh'] },
  {
    name: 'Ủy ban MTTQ',
    aliases: [
      'MTTQ',
      'UB MTTQ',
      'UBMTTQ',
      'Mặt trận Tổ quốc',
      'Ủy ban Mặt trận Tổ quốc',
      'Ủy ban Mặt trận Tổ quốc Việt Nam',
      'Ủy ban MTTQ Việt Nam',
      'Chủ tịch UB MTTQ',
    ],
  },
  { name: 'Ban Thanh tra nhân dân', aliases: ['Ban thanh tra', 'Ban TTND'] },
  { name: 'Ban Giám sát đầu tư của cộng đồng', aliases: ['Ban Giám sát đầu tư cộng đồng'] },
  { name: 'Công an', aliases: ['Công an xã', 'Công an phường', 'Trưởng Công an'] },
  { name: 'Quân sự', aliases: ['Ban CHQS', 'Ban Chỉ huy quân sự', 'Chỉ huy trưởng Ban CHQS'] },
  { name: 'Trạm Y tế', aliases: ['Y tế'] },
  { name: 'Các nhà trường', aliases: ['Nhà trường', 'Trường học', 'Các nhà trường trên địa bàn'] },
  {
    name: 'Thôn, tổ dân phố',
    aliases: [
      'Thôn',
      'Các thôn',
      'Các thôn, phố',
      'Thôn, phố',
      'Trưởng thôn',
      'Trưởng các thôn',
      'Trưởng các thôn, phố',
      'Tổ dân phố',
      'Tổ trưởng tổ dân phố',
      'Tổ trưởng dân phố',
      'Thôn, TDP',
      'Các xóm',
    ],
  },
];
