/** 32 signs that are not taken for one another: no 0, 1, l, o. */
const signs = '23456789abcdefghijkmnpqrstuvwxyz';
const length = 16;

type Draw = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

/**
 * A password that somebody else is told: 16 signs, 80 bits, in fours so that it can be read aloud. `draw` gives random bytes. One that has
 * the login in it, which the API would refuse, is drawn anew.
 */
export function randomPassword(login: string, draw: Draw = (bytes) => crypto.getRandomValues(bytes)): string {
  for (;;) {
    // 32 divides 256: each byte gives a sign, all of them alike.
    const drawn = Array.from(draw(new Uint8Array(length)), (byte) => signs[byte % signs.length]).join('');
    const password = drawn.replace(/(.{4})(?=.)/g, '$1-');
    if (!password.includes(login.toLowerCase())) return password;
  }
}
