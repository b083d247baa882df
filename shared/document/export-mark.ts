/** Name of the document property that says which remembered file a Word file is. Word and LibreOffice keep such properties when they save. */
export const exportMark = 'SoViecBanXuat';
