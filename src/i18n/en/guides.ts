import { messages } from '../i18n.ts';

/** The guides: their list and what stands around one. */
export const guides = messages('guides', {
  title: 'Guides',
  about: 'How to use each kind of model, and what Candor does with what you entrust to it.',
  simulated: 'The simulated model',
  hosted: 'A hosted model',
  ollama: 'Ollama',
  'lm-studio': 'LM Studio',
  'llama-cpp': 'llama.cpp',
  browser: 'The browser’s own model',
  file: 'A GGUF file',
  team: 'A team’s server',
  'threat-model': 'What is protected, and from whom',
  'simulated-about': 'in this page, offline; also from other programs',
  'hosted-about': 'OpenAI, Anthropic, Google, Mistral, OpenRouter',
  'ollama-about': 'on your computer',
  'lm-studio-about': 'on your computer, in an app',
  'llama-cpp-about': 'on your computer, one program and one file',
  'browser-about': 'Chrome and Edge, where they have one',
  'file-about': 'run in this page, offline',
  'team-about': 'vLLM, Ray Serve, LiteLLM; the command line; many at once',
  'threat-model-about': 'keys, prompts, outputs, files',
  all: 'All guides',
  onwards: 'From here',
  failed: 'This guide did not load.',
});
