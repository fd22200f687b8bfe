// What comes near to words that nobody has all of, as in a question: asked by search.js only then.

const ASKING = /怎么办?|怎样|如何|什么|找?哪[个里些儿](?:部门|单位)?|为何|是否|能否|可以|应该|请问|我们?|的|了|吗|呢|[^\u4e00-\u9fff]/;

// Pairs of characters of the words, and the rank of each document that has half of those that any has, or two: rare ones
// count more, and more again in a title.
export async function near(words, documents, total) {
  const pieces = words.flatMap(word => word.split(ASKING));
  const all = pieces.flatMap(piece => Array.from(piece.slice(1), (character, place) => piece[place] + character));
  const pairs = [...new Set(all)].slice(0, 10);
  const found = (await Promise.all(pairs.map(documents))).filter(({ texts }) => texts.length);
  const counts = new Uint8Array(total), points = new Float64Array(total);
  for (const { texts, titles } of found) {
    const weight = Math.log(1 + total / texts.length);
    for (let place = 0; place < texts.length; place++) {
      counts[texts[place]]++;
      points[texts[place]] += weight;
    }
    for (const id of titles) points[id] += weight;
  }
  const least = Math.max(1, Math.min(found.length, 4) / 2);
  const ids = [...counts.keys()].filter(id => counts[id] >= least)
    .sort((a, b) => points[b] - points[a] || a - b).slice(0, 50);
  return { pairs, rank: new Map(ids.map((id, place) => [id, place])) };
}
