/** For a text field of antd: at most so many characters as people count them; a rare one is two units of UTF-16 and counts once. */
export function atMost(max: number) {
  return {
    max,
    strategy: (text: string) => [...text].length,
    exceedFormatter: (text: string) => [...text].slice(0, max).join(''),
  };
}
