/**
 * A file that tells how far it was read. A model is read from beginning to end while it is loaded, and that is the only
 * progress there is to see from outside.
 */
export function countedFile(file: Blob, progress: (share: number) => void): Blob {
  const counted = file.slice();
  const slice = counted.slice.bind(counted);
  let furthest = 0;
  const reached = (end: number) => {
    if (end <= furthest) return;
    furthest = end;
    progress(Math.min(1, end / counted.size));
  };
  counted.slice = (start, end, type) => {
    reached(end ?? counted.size);
    return slice(start, end, type);
  };
  counted.stream = () => {
    let at = 0;
    const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        reached((at += chunk.byteLength));
        controller.enqueue(chunk);
      },
    });
    return slice().stream().pipeThrough(count);
  };
  return counted;
}
