interface Facts {
  readonly title: string;
  readonly code: string;
  readonly sha256: string;
}

/** The letter that carries a one-time code: what it opens, how long, and that nobody else ever asks for it. */
export function codeLetter(locale: 'vi' | 'en', { title, code, sha256 }: Facts): { subject: string; text: string } {
  if (locale === 'en') {
    return {
      subject: 'Your code to confirm a document on Liên Kết',
      text: `Code: ${code}\n\nIt confirms, for your organization: ${title}\nFingerprint of the text (SHA-256): ${sha256}\n\nThe code holds for ten minutes, for this text only. Nobody from Liên Kết or the Alliance will ever ask you for it. If you did not ask for it, do nothing and tell your manager.\n`,
    };
  }
  return {
    subject: 'Mã xác nhận văn bản trên Liên Kết',
    text: `Mã: ${code}\n\nMã này xác nhận thay đơn vị của bạn: ${title}\nMã băm của văn bản (SHA-256): ${sha256}\n\nMã có hiệu lực mười phút, chỉ cho đúng văn bản này. Không ai của Liên Kết hay Liên minh hỏi mã của bạn. Nếu bạn không yêu cầu mã, hãy bỏ qua thư này và báo người phụ trách.\n`,
  };
}
