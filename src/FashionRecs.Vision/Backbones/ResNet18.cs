using FashionRecs.Vision.Backbones.Residual;

namespace FashionRecs.Vision.Backbones;

/// <summary>ResNet18: 11.2 million parameters at width 64, 512 features. What the shipped weights are for.</summary>
public sealed class ResNet18() : ResidualArchitecture("resnet18", BlockKind.Basic, [2, 2, 2, 2]);
