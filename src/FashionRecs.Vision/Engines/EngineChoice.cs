using FashionRecs.Vision.Quantization;

namespace FashionRecs.Vision.Engines;

/// <summary>Which engine runs a network, and why.</summary>
/// <param name="Engine">Never <see cref="EngineOption.Auto"/>.</param>
/// <param name="Reason">A sentence for people.</param>
/// <param name="Agreement">What was measured on this machine with float32 beside it; null where it was not.</param>
public sealed record EngineChoice(EngineOption Engine, string Reason, EngineAgreement? Agreement = null);
