namespace FashionRecs.Vision.Onnx;

/// <summary>A residual block of a <see cref="PlainNetwork"/>.</summary>
/// <param name="Name">Its name in the weights file, for example "layer2.0".</param>
/// <param name="Body">Convolutions, each but the last followed by ReLU.</param>
/// <param name="Shortcut">Fits the block's input to its output; null where they have the same shape.</param>
internal sealed record PlainBlock(string Name, IReadOnlyList<PlainConvolution> Body, PlainConvolution? Shortcut);
