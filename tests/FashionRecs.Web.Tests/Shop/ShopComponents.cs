using Bunit;
using FashionRecs.Domain.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Shop;

/// <summary>Draws components of the shop, which find their words in its resources and the vocabulary.</summary>
public abstract class ShopComponents : BunitContext
{
    protected ShopComponents() => Services.AddLocalization().AddSingleton(AttributeVocabularyFile.Default);
}
