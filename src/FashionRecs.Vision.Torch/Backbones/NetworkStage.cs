using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Backbones;

/// <summary>A part of a network between the picture and the outputs.</summary>
/// <param name="Name">Its name in the weights file.</param>
/// <param name="Module">What it computes.</param>
public sealed record NetworkStage(string Name, nn.Module Module);
