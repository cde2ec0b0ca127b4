namespace FashionRecs.Training.Throughput;

/// <summary>How fast pictures become values, boxes and region features on this machine.</summary>
/// <param name="Input">Input size, height x width.</param>
/// <param name="Engine">What runs the network.</param>
/// <param name="Precision">Number format of convolutions.</param>
/// <param name="Threads">Threads that share the work.</param>
/// <param name="EndToEnd">From JPEG bytes to values, boxes and region features.</param>
/// <param name="NetworkAlone">The same pictures, decoded before, through the network to logits, on as many threads.</param>
/// <param name="NetworkOneCaller">The same with one caller and the engine's own threads.</param>
/// <param name="Shares">Share of the end-to-end time by step: decode, network, maps (with boxes and features).</param>
/// <param name="GradCam">Autograd Grad-CAM for every attribute of a picture, as its libraries do it: a forward and a full backward pass
/// each, float32.</param>
/// <param name="GradCamShared">The thriftiest autograd can be: one forward pass per picture and a backward pass per attribute that stops at
/// the feature map, float32.</param>
/// <param name="LookedAt">The same files taken apart and judged by kind, frames and size in managed code, one after the other.</param>
/// <param name="Judged">The same with the strict decoding that finds damage: what a file from outside costs before it is believed.</param>
/// <param name="Engines">This engine and those beside it.</param>
public sealed record InferenceFigures(
    string Input, string Engine, string Precision, int Threads, Rate EndToEnd, Rate NetworkAlone, Rate NetworkOneCaller,
    IReadOnlyDictionary<string, double> Shares, Rate GradCam, Rate GradCamShared, Rate LookedAt, Rate Judged,
    IReadOnlyList<EngineFigures> Engines)
{
    /// <summary>End to end ÷ the faster of both ways to run the network alone.</summary>
    public double EndToEndOverNetwork =>
        EndToEnd.PicturesPerSecond / Math.Max(NetworkAlone.PicturesPerSecond, NetworkOneCaller.PicturesPerSecond);

    /// <summary>
    /// The same by processor time, where other programs disturb the clock: end to end ÷ the network alone on as many threads.
    /// </summary>
    public double EndToEndOverNetworkByProcessor => EndToEnd.PicturesPerProcessorSecond / NetworkAlone.PicturesPerProcessorSecond;

    /// <summary>End to end ÷ autograd Grad-CAM.</summary>
    public double EndToEndOverGradCam => EndToEnd.PicturesPerSecond / GradCam.PicturesPerSecond;
}
