using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Evaluation;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Saliency;
using SkiaSharp;

namespace FashionRecs.Training.Faithfulness;

/// <summary>A labelled picture, what the network reads of it, and the attributes that both say it shows.</summary>
public sealed class FaithfulnessCase
{
    private FaithfulnessCase(ProjectionEngine engine, LabelledPicture picture, PictureInput input, MappedPicture mapped)
    {
        (Engine, Picture, Mapped) = (engine, picture, mapped);
        Occlusion = new Occlusion(input.Pixels, engine.Weights.Input, input.Letterbox.Covered);
    }

    private ProjectionEngine Engine { get; }

    /// <summary>The picture with its labels.</summary>
    public LabelledPicture Picture { get; }

    /// <summary>What the network reads.</summary>
    public MappedPicture Mapped { get; }

    /// <summary>The input and its covers.</summary>
    public Occlusion Occlusion { get; }

    /// <summary>Reads pictures one after the other.</summary>
    /// <exception cref="InvalidDataException">A picture cannot be read; the message names it.</exception>
    public static IEnumerable<FaithfulnessCase> Read(ProjectionEngine engine, IEnumerable<LabelledPicture> pictures)
    {
        using var renderer = new InputRenderer(engine.Weights.Input);
        foreach (var picture in pictures)
        {
            PictureInput input;
            try
            {
                input = PictureInput.Create(PictureDecoder.ReadFile(picture.Path), renderer);
            }
            catch (InvalidDataException exception)
            {
                throw new InvalidDataException($"{picture.Path}: {exception.Message}", exception);
            }

            yield return new FaithfulnessCase(engine, picture, input, engine.Project([input])[0]);
        }
    }

    /// <summary>Whether the labels say that a picture shows an attribute.</summary>
    public static bool Shows(LabelledPicture picture, GarmentAttribute attribute) =>
        picture.Letters[attribute.Invisible.Index] is not LabelLetter.Unknown and not LabelLetter.Yes;

    /// <summary>The readings with a box whose attribute the labels say is shown.</summary>
    public IEnumerable<ProjectedAttribute> Shown =>
        Mapped.Picture.Attributes.Where(reading => reading.Region is not null && Shows(Picture, reading.Attribute));

    /// <summary>The reading's box in input pixels.</summary>
    public SKRect Box(ProjectedAttribute reading) =>
        SKRect.Intersect(Mapped.Letterbox.ToInput(reading.Region!.Box), Mapped.Letterbox.Covered);

    /// <summary>A box of the same size elsewhere in the picture.</summary>
    public SKRect RandomBox(ProjectedAttribute reading, Random random)
    {
        var (box, covered) = (Box(reading), Mapped.Letterbox.Covered);
        return SKRect.Create(
            covered.Left + (random.NextSingle() * (covered.Width - box.Width)),
            covered.Top + (random.NextSingle() * (covered.Height - box.Height)),
            box.Width, box.Height);
    }

    /// <summary>The evidence that the reading's box was found in.</summary>
    public ActivationMap Evidence(ProjectedAttribute reading) =>
        FashionRecs.Vision.Saliency.SaliencyMap.Compute(Engine.Weights.RegionRule(reading.Attribute).Contrast, Mapped.Maps, reading.Top);

    /// <summary>The loss of an attribute for each of some inputs.</summary>
    public double[] Losses(GarmentAttribute attribute, IReadOnlyList<float[]> inputs) =>
        [.. Engine.Logits(inputs)
            .Select(logits => LabelLoss.Of(attribute, Picture.Letters, Engine.Weights.Probabilities(attribute, logits)))];

    /// <summary>The probability of a value for each of some inputs.</summary>
    public double[] Probabilities(AttributeValue value, IReadOnlyList<float[]> inputs) =>
        [.. Engine.Logits(inputs).Select(logits => (double)Engine.Weights.Probabilities(value.Attribute, logits)[value.Position])];

    /// <summary>Logits for each of some inputs, before temperature; one per value of the vocabulary.</summary>
    public IReadOnlyList<float[]> Logits(IReadOnlyList<float[]> inputs) => Engine.Logits(inputs);

    /// <summary>Values and maps of another input in place of the picture's own.</summary>
    public MappedPicture Project(float[] pixels) => Engine.Project([new PictureInput(pixels, Mapped.Letterbox)])[0];
}
