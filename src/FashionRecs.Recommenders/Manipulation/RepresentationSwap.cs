using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Recommenders.Manipulation;

/// <summary>
/// The idea of AMNet and FashionSearchNet (Ak, Kassim, Lim, Tham: Learning attribute representations with localization for flexible fashion
/// search, CVPR 2018): each attribute has a representation of its own, from the features of the region that shows it; what is asked for
/// takes the place of the attribute's representation as the prototype of that value; and the distance is the sum over attributes. The
/// paper learns the representations with triplets and the prototypes with them, in the network; here the network stays as it is, and both
/// are learned from its region features in closed form.
/// </summary>
public sealed class RepresentationSwap : IManipulatedSearch
{
    /// <summary>Squared distance of two directions that have nothing to do with each other: what a missing region counts.</summary>
    private const double Unrelated = 2;

    private readonly AttributeRepresentation?[] attributes;
    private readonly RepresentationSwapOptions options;
    private readonly ConditionalWeakTable<SearchedPicture, float[]?[]> known;

    private RepresentationSwap(AttributeRepresentation?[] attributes, RepresentationSwapOptions options,
        ConditionalWeakTable<SearchedPicture, float[]?[]> known) =>
        (this.attributes, this.options, this.known) = (attributes, options, known);

    /// <inheritdoc/>
    public string Name => "representation swap";

    /// <summary>Learns representations and prototypes.</summary>
    /// <param name="vocabulary">The attributes.</param>
    /// <param name="training">Pictures with their truth; a region counts where the truth is a visible value.</param>
    /// <param name="options">The settings.</param>
    public static RepresentationSwap Fit(
        AttributeVocabulary vocabulary, IReadOnlyList<SearchedPicture> training, RepresentationSwapOptions options) =>
        new(
            [.. vocabulary.Attributes.Select(attribute => AttributeRepresentation.Fit(
                training.Where(picture => picture.Regions[attribute.Position] is not null
                        && picture.Truth[attribute.Position] is { IsInvisible: false })
                    .ToLookup(picture => picture.Truth[attribute.Position]!, picture => picture.Regions[attribute.Position]!),
                options.Ridge))],
            options, []);

    /// <summary>The same representations with another <see cref="RepresentationSwapOptions.Asked"/>.</summary>
    public RepresentationSwap Weighing(double asked) => new(attributes, options with { Asked = asked }, known);

    /// <inheritdoc/>
    public IReadOnlyList<SearchedPicture> Find(SearchedPicture like, AttributeValue but, IReadOnlyList<SearchedPicture> among, int count)
    {
        var asked = but.Attribute.Position;
        var wanted = (float[]?[])Of(like).Clone();
        wanted[asked] = attributes[asked]?.Prototype(but) ?? wanted[asked];
        return
        [
            .. among.Where(picture => picture.Item.Product.Id != like.Item.Product.Id)
                .OrderBy(picture => Distance(wanted, Of(picture), asked))
                .ThenBy(picture => picture.Item.Product.Id, StringComparer.Ordinal).Take(count),
        ];
    }

    private float[]?[] Of(SearchedPicture picture) => known.GetValue(
        picture, one => [.. attributes.Select((representation, position) => representation?.Of(one.Regions[position]))]);

    private double Distance(float[]?[] wanted, float[]?[] other, int asked)
    {
        var sum = 0.0;
        for (var position = 0; position < wanted.Length; position++)
        {
            var distance = (wanted[position], other[position]) switch
            {
                (null, null) => 0,
                ({ } one, { } two) => Math.Pow(TensorPrimitives.Distance<float>(one, two), 2),
                _ => Unrelated,
            };
            sum += position == asked ? options.Asked * distance : distance;
        }

        return sum;
    }
}
