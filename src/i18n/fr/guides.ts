import type { French } from '../i18n.ts';
import type { guides } from '../en/guides.ts';

export default {
  title: 'Guides',
  about: 'Comment se servir de chaque sorte de modèle, et ce que Candor fait de ce que vous lui confiez.',
  simulated: 'Le modèle simulé',
  hosted: 'Un modèle hébergé',
  ollama: 'Ollama',
  'lm-studio': 'LM Studio',
  'llama-cpp': 'llama.cpp',
  browser: 'Le modèle du navigateur',
  file: 'Un fichier GGUF',
  team: 'Un serveur d’équipe',
  'threat-model': 'Ce qui est protégé, et de qui',
  'simulated-about': 'dans cette page, hors ligne ; depuis d’autres programmes aussi',
  'hosted-about': 'OpenAI, Anthropic, Google, Mistral, OpenRouter',
  'ollama-about': 'sur votre ordinateur',
  'lm-studio-about': 'sur votre ordinateur, dans une application',
  'llama-cpp-about': 'sur votre ordinateur, un programme et un fichier',
  'browser-about': 'Chrome et Edge, quand ils en ont un',
  'file-about': 'dans cette page, hors ligne',
  'team-about': 'vLLM, Ray Serve, LiteLLM ; la ligne de commande ; beaucoup d’appels à la fois',
  'threat-model-about': 'clés, prompts, réponses, fichiers',
  all: 'Tous les guides',
  onwards: 'La suite',
  failed: 'Ce guide ne s’est pas chargé.',
} satisfies French<typeof guides>;
