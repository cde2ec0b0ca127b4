using FashionRecs.Vision.Backbones.Residual;

namespace FashionRecs.Vision.Backbones;

/// <summary>ResNet50: 23.5 million parameters at width 64, 2048 features.</summary>
public sealed class ResNet50() : ResidualArchitecture("resnet50", BlockKind.Bottleneck, [3, 4, 6, 3]);
