namespace FashionRecs.Training.Throughput;

/// <summary>How fast one engine is.</summary>
/// <param name="Engine">What runs the network.</param>
/// <param name="Precision">Number format of convolutions.</param>
/// <param name="EndToEnd">From JPEG bytes to values, boxes and region features.</param>
/// <param name="NetworkAlone">The same pictures, decoded before, through the network to logits, on as many threads.</param>
public sealed record EngineFigures(string Engine, string Precision, Rate EndToEnd, Rate NetworkAlone)
{
    /// <summary>End to end ÷ the network alone, by processor time.</summary>
    public double EndToEndOverNetworkByProcessor => EndToEnd.PicturesPerProcessorSecond / NetworkAlone.PicturesPerProcessorSecond;
}
