-- What a receiver measured of a line, laid beside the promise of its grade: the person's count stands, this stands beside it.
ALTER TABLE "goods_receipt_line" ADD "inspection" jsonb;
