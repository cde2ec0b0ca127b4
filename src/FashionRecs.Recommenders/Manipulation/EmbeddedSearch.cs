using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Embedding;

namespace FashionRecs.Recommenders.Manipulation;

/// <summary>
/// Feedback in free words (Han et al.: Automatic spatially-aware fashion concept discovery, ICCV 2017): a picture and words share one
/// space, and "like this, but with short sleeves" is the picture's place, plus the asked words, less the words of the same concept that the
/// picture is nearest to; the nearest pictures answer. The paper finds concepts by where and beside what words stand; here an attribute
/// is a concept.
/// </summary>
/// <param name="embedding">The space.</param>
/// <param name="options">The settings.</param>
public sealed partial class EmbeddedSearch(JointEmbedding embedding, EmbeddedSearchOptions options) : IManipulatedSearch
{
    private readonly ConditionalWeakTable<SearchedPicture, float[]> places = [];
    private readonly ConditionalWeakTable<AttributeValue, float[]> directions = [];

    /// <inheritdoc/>
    public string Name => "word embedding";

    /// <inheritdoc/>
    public IReadOnlyList<SearchedPicture> Find(SearchedPicture like, AttributeValue but, IReadOnlyList<SearchedPicture> among, int count)
    {
        var wanted = (float[])Place(like).Clone();
        TensorPrimitives.MultiplyAdd(Direction(but), options.Asked, wanted, wanted);
        var current = but.Attribute.VisibleValues.Where(value => value != but).Select(Direction)
            .MaxBy(direction => TensorPrimitives.Dot<float>(direction, Place(like)));
        if (current is not null)
        {
            TensorPrimitives.MultiplyAdd(current, -options.Asked * options.Replaced, wanted, wanted);
        }

        return
        [
            .. among.Where(picture => picture.Item.Product.Id != like.Item.Product.Id)
                .OrderByDescending(picture => TensorPrimitives.Dot<float>(wanted, Place(picture)))
                .ThenBy(picture => picture.Item.Product.Id, StringComparer.Ordinal).Take(count),
        ];
    }

    private float[] Place(SearchedPicture picture) => places.GetValue(picture, one => embedding.Place(one.Whole));

    /// <summary>Of what a value is called and written; 0 where no word of it is known.</summary>
    private float[] Direction(AttributeValue value) => directions.GetValue(value, one => embedding.Direction(
        string.Join(". ", one.Synonyms.GetValueOrDefault("en", []).Select(synonym => Signs().Replace(synonym, " ")).Append(one.Phrase)))
        ?? new float[embedding.Size]);

    /// <summary>What a synonym of the vocabulary has beside words: gaps and kinds of garment.</summary>
    [GeneratedRegex(@"\{[^}]*\}|\[[^\]]*\]|\*")]
    private static partial Regex Signs();
}
