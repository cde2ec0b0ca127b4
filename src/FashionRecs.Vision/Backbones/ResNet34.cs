using FashionRecs.Vision.Backbones.Residual;

namespace FashionRecs.Vision.Backbones;

/// <summary>ResNet34: 21.3 million parameters at width 64, 512 features.</summary>
public sealed class ResNet34() : ResidualArchitecture("resnet34", BlockKind.Basic, [3, 4, 6, 3]);
