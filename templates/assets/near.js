// What comes near to words that nobody has all of, as in a question: asked by search.js only then.

const ASKING = /怎么办?|怎样|如何|什么|找?哪[个里些儿](?:部门|单位)?|为何|是否|能否|可以|应该|请问|我们?|的|了|吗|呢|[^\u4e00-\u9fff]/;

// Pairs of characters of the words, and the rank of each document that has half of those that any has, or two: rare ones
// count more, and more again in a title.
export async function near(words, documents, total) {
  const pieces = words.flatMap(word => word.split(ASKING));
  const all = pieces.flatMap(piece => Array.from(piece.slice(1), (character, place) => piece[place] + character));
  const pairs = [...new Set(all)].slice(0, 10);
  const points = new Map(), found = (await Promise.all(pairs.map(documents))).filter(({ texts }) => texts.length);
  for (const { texts, titles } of found) {
    const weight = Math.log(1 + total / texts.length), titled = new Set(titles);
    for (const id of texts) {
      const { count, sum } = points.get(id) || { count: 0, sum: 0 };
      points.set(id, { count: count + 1, sum: sum + weight * (titled.has(id) ? 2 : 1) });
    }
  }
  const ids = [...points].filter(([, { count }]) => count >= Math.min(found.length, 4) / 2)
    .sort(([a, first], [b, second]) => second.sum - first.sum || a - b).slice(0, 50);
  return { pairs, rank: new Map(ids.map(([id], place) => [id, place])) };
}
