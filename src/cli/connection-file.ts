import { existsSync } from 'node:fs';
import * as v from 'valibot';
import { issueSentence } from '#core/exercises/issue-sentence.ts';
import { didYouMean, nameList } from '#core/exercises/near-names.ts';
import type { ServerConnection } from '#core/models/connection.ts';
import { readYaml } from '#services/exercises/yaml-file.ts';
import { readAddress } from '#services/models/servers/address.ts';
import { presetOf, presets } from '#services/models/servers/presets.ts';
import { findFile, readText } from './files.ts';
import { InputError } from './input-error.ts';

/** Files that are looked for where the command is called. */
const usualFiles = ['candor.connections.yaml', 'candor.connections.yml', 'candor.connections.json'];

/** Most calls at once from the command line, and how many where nobody said. */
const mostAtOnce = 64;
const usuallyAtOnce = 16;

const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));
const seconds = v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(86_400)));
const ConnectionSchema = v.strictObject({
  preset: v.optional(v.picklist(presets.map(({ id }) => id))),
  /** Base address with its version path; the preset's where it is left out. */
  url: v.optional(v.string()),
  /** Name of the environment variable that holds the key. */
  key: v.optional(v.string()),
  model: v.optional(v.pipe(v.string(), v.nonEmpty())),
  concurrency: v.optional(count(mostAtOnce)),
  requestsPerMinute: v.optional(count(1_000_000)),
  timeouts: v.optional(v.strictObject({ connect: seconds, firstToken: seconds, stall: seconds })),
  /** By model, per million tokens. */
  prices: v.optional(
    v.record(
      v.string(),
      v.strictObject({
        currency: v.pipe(v.string(), v.length(3)),
        input: v.pipe(v.number(), v.minValue(0)),
        output: v.pipe(v.number(), v.minValue(0)),
      }),
    ),
  ),
});
type WrittenConnection = v.InferOutput<typeof ConnectionSchema>;
const ManySchema = v.strictObject({ connections: v.record(v.string(), v.unknown()) });

/** A connection as a file describes it, and where its key comes from. */
export interface DescribedConnection {
  connection: ServerConnection;
  /** Name of an environment variable. */
  keyVariable?: string;
}

/** The connection of that name, or the only one of the file of that name. */
export function readConnection(
  called: string,
  options: { connections?: string | undefined; model?: string | undefined; concurrency?: number | undefined },
): DescribedConnection {
  const isFile = /\.(?:ya?ml|json)$/i.test(called);
  if (isFile && options.connections !== undefined)
    throw new InputError('--connection names a file already, so --connections cannot stand beside it');
  const file = isFile ? called : fileWith(options.connections);
  const yaml = readYaml(readText(file).replace(/^\uFEFF/, ''));
  const [problem] = yaml.problems;
  if (problem) throw new InputError(`"${file}", line ${problem.line}: ${problem.message}`);
  const single = isFile && !isMany(yaml.value);
  const many = single ? undefined : checked(ManySchema, yaml.value, file, yaml).connections;
  const names = Object.keys(many ?? {});
  const name = isFile ? (names[0] ?? 'connection') : called;
  if (isFile && many && names.length !== 1)
    throw new InputError(
      `"${file}" has ${names.length} connections; name one: --connection NAME --connections ${file}`,
    );
  if (many && !Object.hasOwn(many, name)) {
    const known = names.length > 0 ? `; "${file}" has ${nameList(names)}` : `; "${file}" has none`;
    throw new InputError(`there is no connection "${name}"${didYouMean(name, names) || known}`);
  }
  const written = checked(ConnectionSchema, many ? many[name] : yaml.value, file, yaml, many ? name : undefined);
  return described(name, written, options);
}

const isMany = (value: unknown): boolean => typeof value === 'object' && value !== null && 'connections' in value;

function fileWith(option: string | undefined): string {
  if (option !== undefined) return option;
  const usual = usualFiles.find((one) => existsSync(findFile(one)));
  if (usual) return usual;
  throw new InputError(`there is no ${usualFiles[0]} here; write one, or name the file with --connections FILE`);
}

function checked<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  file: string,
  yaml: ReturnType<typeof readYaml>,
  within?: string,
): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const { message, path, key } = issueSentence(result.issues[0], schema);
  const { line } = yaml.placeOf(within === undefined ? path : ['connections', within, ...path], key);
  throw new InputError(`"${file}", line ${line}: ${message}`);
}

function described(
  name: string,
  written: WrittenConnection,
  { model: asked, concurrency }: { model?: string | undefined; concurrency?: number | undefined },
): DescribedConnection {
  const preset = presetOf(written.preset ?? 'other');
  const its = `the connection "${name}"`;
  const baseUrl = written.url ?? (written.preset === undefined ? undefined : preset.baseUrl);
  if (baseUrl === undefined) throw new InputError(`${its} needs a "url", for instance "http://127.0.0.1:8000/v1"`);
  const address = readAddress(baseUrl);
  if (!address) throw new InputError(`"url" of ${its} must begin with http:// or https://`);
  if (address.username || address.password)
    throw new InputError(`"url" of ${its} holds a password; keys come from the environment: key: NAME_OF_A_VARIABLE`);
  const model = asked ?? written.model;
  if (model === undefined) throw new InputError(`${its} names no "model"; add one, or choose it with --model`);
  if (written.key !== undefined && !/^[A-Z_][A-Z0-9_]*$/i.test(written.key))
    throw new InputError(
      `"key" of ${its} must be the name of an environment variable, for instance TEAM_API_KEY, and not the key itself`,
    );
  if (written.key === undefined && preset.keyed && !preset.local)
    throw new InputError(`${its} needs a key; name the environment variable that holds it: key: TEAM_API_KEY`);
  const { connect, firstToken, stall } = written.timeouts ?? {};
  const inMs = (given: number | undefined, usual: number) => (given === undefined ? usual : given * 1000);
  return {
    connection: {
      kind: 'server',
      id: name.replaceAll('/', '-'),
      name,
      model,
      models: [],
      preset: preset.id,
      baseUrl,
      keyed: written.key !== undefined,
      concurrency: concurrency ?? written.concurrency ?? (preset.concurrency < 5 ? preset.concurrency : usuallyAtOnce),
      ...(written.requestsPerMinute === undefined ? {} : { requestsPerMinute: written.requestsPerMinute }),
      timeouts: {
        connectInMs: inMs(connect, preset.timeouts.connectInMs),
        firstTokenInMs: inMs(firstToken, preset.timeouts.firstTokenInMs),
        stallInMs: inMs(stall, preset.timeouts.stallInMs),
      },
      prices: Object.fromEntries(
        Object.entries(written.prices ?? {}).map(([one, { currency, input, output }]) => [
          one,
          { currency, inputPerMillion: input, outputPerMillion: output },
        ]),
      ),
    },
    ...(written.key === undefined ? {} : { keyVariable: written.key }),
  };
}
