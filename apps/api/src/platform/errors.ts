import { GraphQLError } from 'graphql';

/** Also the answer for another tenant's id, so that nobody learns which ids exist. */
export class NotFoundError extends GraphQLError {
  constructor() {
    super('Không tìm thấy, hoặc bạn không có quyền xem.', { extensions: { code: 'NOT_FOUND' } });
  }
}

export class UnauthenticatedError extends GraphQLError {
  constructor() {
    super('Hãy đăng nhập để tiếp tục.', { extensions: { code: 'UNAUTHENTICATED' } });
  }
}

export class ForbiddenError extends GraphQLError {
  constructor() {
    super('Vai trò hiện tại của bạn không được làm việc này.', { extensions: { code: 'FORBIDDEN' } });
  }
}

/** One client key was sent with two different requests. */
export class IdempotencyMismatchError extends GraphQLError {
  constructor() {
    super('Yêu cầu này trùng mã với một yêu cầu khác. Hãy tải lại trang rồi thử lại.', {
      extensions: { code: 'IDEMPOTENCY_MISMATCH' },
    });
  }
}

export class BadInputError extends GraphQLError {
  constructor(message: string, field?: string) {
    super(message, { extensions: { code: 'BAD_USER_INPUT', ...(field ? { field } : {}) } });
  }
}
