import fc from 'fast-check';
import { forbiddenClaims, type ForbiddenClaim } from './health-claim.js';

const CLAIMS: ForbiddenClaim[] = [
  { phrase: 'chữa', except: ['sửa chữa', 'chữa cháy'] },
  { phrase: 'trị', except: ['giá trị', 'trị giá', 'quản trị'] },
  { phrase: 'phòng ung thư', except: [] },
];

describe('health claims in a description', () => {
  it('are found whatever the case and the marks between the words', () => {
    expect(forbiddenClaims('Mật ong CHỮA ho, phòng  ung-thư.', CLAIMS)).toEqual(['chữa', 'phòng ung thư']);
    expect(forbiddenClaims('Đặc trị đau dạ dày', CLAIMS)).toEqual(['trị']);
    expect(forbiddenClaims('chu\u031b\u0303a bệnh'.replace('chu\u031b\u0303a', 'ch\u01b0\u0303a'), CLAIMS)).toEqual(['chữa']);
  });

  it('are not seen in harmless phrases or inside other words', () => {
    expect(forbiddenClaims('Giá trị dinh dưỡng cao, trị giá 50.000 đ, họ Trịnh sửa chữa nhà xưởng', CLAIMS)).toEqual([]);
    expect(forbiddenClaims('Giá trị cao, trị ho', CLAIMS)).toEqual(['trị']);
  });

  it('stay found whatever honest words stand around them', () => {
    const honest = fc.array(fc.constantFrom('na', 'ngọt', 'vườn', 'hái', 'tay', 'giá', 'sửa'), { maxLength: 8 });
    fc.assert(
      fc.property(honest, honest, (before, after) => {
        const text = [...before, 'ngon', 'phòng ung thư', ...after].join(' ');
        expect(forbiddenClaims(text, CLAIMS)).toEqual(['phòng ung thư']);
        expect(forbiddenClaims([...before, ...after].join(' '), CLAIMS)).toEqual([]);
      }),
    );
  });
});
