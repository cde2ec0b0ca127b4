using System.ComponentModel;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Web.Api.Protocol;
using Microsoft.AspNetCore.Mvc;

namespace FashionRecs.Web.Api.Recommendations;

/// <summary>What products are asked for, as the catalog's page filters them.</summary>
internal sealed record CatalogFilter
{
    private const int Most = 40;
    private const int Longest = 200;

    [FromQuery, Description("Words that must all begin words of the product.")]
    public string? Q { get; init; }

    [FromQuery, Description("Types, such as Dress; any of them will do.")]
    public string[]? Type { get; init; }

    [FromQuery, Description("Colours; any of them will do.")]
    public string[]? Colour { get; init; }

    [FromQuery, Description(
        "Values or families, such as neckline_design:V Neckline; within an attribute any will do, across attributes all must hold.")]
    public string[]? Value { get; init; }

    [FromQuery, Description("Lowest price.")]
    public decimal? PriceFrom { get; init; }

    [FromQuery, Description("Highest price.")]
    public decimal? PriceTo { get; init; }

    /// <summary>Whether anything is filtered.</summary>
    public bool IsEmpty() =>
        string.IsNullOrWhiteSpace(Q) && Type is not { Length: > 0 } && Colour is not { Length: > 0 } && Value is not { Length: > 0 }
        && PriceFrom is null && PriceTo is null;

    /// <summary>The question to the catalog.</summary>
    /// <exception cref="ApiRefusedException">A value is not in the vocabulary, or it is too much.</exception>
    public CatalogQuery ToQuery(AttributeVocabulary vocabulary)
    {
        if ((Type?.Length ?? 0) + (Colour?.Length ?? 0) + (Value?.Length ?? 0) > Most || Q?.Length > Longest)
        {
            throw ApiRefusedException.Bad($"A filter has at most {Most} parts, and words of at most {Longest} characters.");
        }

        var values = new List<AttributeValue>();
        var families = new List<ValueFamily>();
        foreach (var code in Value ?? [])
        {
            if (vocabulary.TryFindFamilyByFullCode(code) is { } family)
            {
                families.Add(family);
            }
            else
            {
                values.Add(vocabulary.TryFindByFullCode(code) is { IsInvisible: false } value
                    ? value : throw ApiRefusedException.Bad("The shop knows no such value; readings name those there are."));
            }
        }

        return new CatalogQuery
        {
            Words = Q?.Trim() ?? "", Types = Type ?? [], Colours = Colour ?? [], Values = values, Families = families,
            PriceFrom = PriceFrom, PriceTo = PriceTo,
        };
    }
}
